package org.duban.desk.web;

import org.duban.desk.card.CardPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page of one card. */
@Controller
class CardFilePage {

    private static final String NUMBER = "{no:HP\\d{4}-\\d{6}}";

    private final CardPages pages;

    CardFilePage(CardPages pages) {
        this.pages = pages;
    }

    @GetMapping("/desk/cards/" + NUMBER)
    String page(@PathVariable String no, Model model) {
        model.addAttribute("view", pages.view(no).orElseThrow(CardFilePage::noSuchCard));
        return "desk/card";
    }

    @GetMapping(value = "/desk/cards/" + NUMBER + "/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String no) {
        return pages.model(no).orElseThrow(CardFilePage::noSuchCard);
    }

    private static ResponseStatusException noSuchCard() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
