package org.duban.desk.web;

import java.util.List;
import org.duban.desk.CaseDesk;
import org.duban.desk.CaseView.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Why a case's dates are what they are: opened beside the date that was clicked, or as a page of its own. */
@Controller
class LimitPage {

    private final CaseDesk desk;

    LimitPage(CaseDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk/cases/{no}/limit")
    String page(
            @PathVariable String no,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Model model) {
        List<Limit> limits = desk.limits(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("no", no);
        model.addAttribute("limits", limits);
        return inPlace ? "desk/limit :: explained" : "desk/limit";
    }
}
