package org.duban.desk.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to where their work is. */
@Controller
class HomePage {

    private final Frame frame;

    HomePage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + frame.home();
    }
}
