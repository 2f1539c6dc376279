package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.agreement.Agreements;
import org.darya.agreement.Document;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "documents")
class DocumentsApi extends EntryApi<Document> {
    DocumentsApi(Agreements agreements, Register register) {
        super(agreements.documents(), register);
    }
}
