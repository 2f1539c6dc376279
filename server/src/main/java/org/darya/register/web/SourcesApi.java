package org.darya.register.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.darya.register.Source;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sources")
@Tag(name = "sources")
class SourcesApi extends EntryApi<Source> {
    SourcesApi(Register register) {
        super(register.sources(), register);
    }
}
