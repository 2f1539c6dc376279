package org.darya.portal.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** After a form was taken the browser is led on, so that loading the page again sends nothing twice. */
public final class Redirect {
    private Redirect() {}

    /** To an address of our own. */
    public static View to(String address) {
        var view = new RedirectView(address, false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
