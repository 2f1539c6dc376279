package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.agreement.Agreements;
import org.darya.agreement.Commitment;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commitments")
@Tag(name = "commitments")
class CommitmentsApi extends EntryApi<Commitment> {
    CommitmentsApi(Agreements agreements, Register register) {
        super(agreements.commitments(), register);
    }
}
