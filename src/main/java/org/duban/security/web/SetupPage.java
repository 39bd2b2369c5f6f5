package org.duban.security.web;

import org.duban.kernel.Refusal;
import org.duban.security.FirstAdministrator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The set-up page of an office that has nobody yet; for everybody else it does not exist. */
@Controller
@RequestMapping("/setup")
class SetupPage {

    private final FirstAdministrator first;

    SetupPage(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String token, Model model) {
        guard(token);
        model.addAttribute("token", token);
        return "setup";
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String office,
            Model model) {
        guard(token);
        try {
            first.create(token, username.strip(), fullName.strip(), password, office);
            return "redirect:/login";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("token", token);
            model.addAttribute("username", username);
            model.addAttribute("fullName", fullName);
            model.addAttribute("office", office);
            return "setup";
        }
    }

    private void guard(String token) {
        if (!first.admits(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
