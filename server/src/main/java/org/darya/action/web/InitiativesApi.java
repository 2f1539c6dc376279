package org.darya.action.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.action.Actions;
import org.darya.action.Initiative;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/initiatives")
@Tag(name = "initiatives")
class InitiativesApi extends EntryApi<Initiative> {
    InitiativesApi(Actions actions, Register register) {
        super(actions.initiatives(), register);
    }
}
