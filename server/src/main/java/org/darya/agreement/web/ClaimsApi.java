package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.darya.agreement.Agreements;
import org.darya.agreement.Claim;
import org.darya.agreement.Findings;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "claims")
class ClaimsApi extends EntryApi<Claim> {
    private final Findings findings;

    ClaimsApi(Agreements agreements, Findings findings, Register register) {
        super(agreements.claims(), register);
        this.findings = findings;
    }

    @Override
    protected List<Claim> completed(List<Claim> records) {
        var found = findings.all();
        return records.stream().map(one -> one.with(found.get(one.id()))).toList();
    }
}
