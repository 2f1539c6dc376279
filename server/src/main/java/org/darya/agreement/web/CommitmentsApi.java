package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.darya.agreement.Agreements;
import org.darya.agreement.Commitment;
import org.darya.agreement.Findings;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commitments")
@Tag(name = "commitments")
class CommitmentsApi extends EntryApi<Commitment> {
    private final Findings findings;

    CommitmentsApi(Agreements agreements, Findings findings, Register register) {
        super(agreements.commitments(), register);
        this.findings = findings;
    }

    @Override
    protected List<Commitment> completed(List<Commitment> records) {
        var found = findings.assessments();
        return records.stream().map(one -> one.with(found.get(one.id()))).toList();
    }
}
