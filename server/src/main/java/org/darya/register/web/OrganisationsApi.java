package org.darya.register.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.register.EntryApi;
import org.darya.register.Organisation;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "organisations")
class OrganisationsApi extends EntryApi<Organisation> {
    OrganisationsApi(Register register) {
        super(register.organisations(), register);
    }
}
