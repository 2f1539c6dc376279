package org.darya.register.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.darya.register.Theme;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/themes")
@Tag(name = "themes")
class ThemesApi extends EntryApi<Theme> {
    ThemesApi(Register register) {
        super(register.themes(), register);
    }
}
