package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.agreement.Agreements;
import org.darya.agreement.Claim;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "claims")
class ClaimsApi extends EntryApi<Claim> {
    ClaimsApi(Agreements agreements, Register register) {
        super(agreements.claims(), register);
    }
}
