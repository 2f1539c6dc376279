package org.darya.agreement.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.agreement.Agreements;
import org.darya.agreement.Meeting;
import org.darya.register.EntryApi;
import org.darya.register.Register;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/meetings")
@Tag(name = "meetings")
class MeetingsApi extends EntryApi<Meeting> {
    MeetingsApi(Agreements agreements, Register register) {
        super(agreements.meetings(), register);
    }
}
