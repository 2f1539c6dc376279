package org.darya.register.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.register.Country;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/countries")
@Tag(name = "countries")
class CountriesApi extends EntryApi<Country> {
    CountriesApi(Register register) {
        super(register.countries(), register);
    }
}
