package org.duban.desk.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Personnel;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: unit, roles, active or not, a new password. */
@Controller
@RequestMapping("/desk/settings/people")
class PersonPage {

    private final People people;
    private final Personnel personnel;
    private final Units units;
    private final Frame frame;

    PersonPage(People people, Personnel personnel, Units units, Frame frame) {
        this.people = people;
        this.personnel = personnel;
        this.units = units;
        this.frame = frame;
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String unit, Model model) {
        Administrators.only(frame);
        return form(new PersonForm("", "", unit, Set.of(Role.CLERK), true), true, model);
    }

    @GetMapping("/{username}")
    String page(@PathVariable String username, Model model) {
        Person person =
                people.byUsername(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(PersonForm.of(person), false, model);
    }

    @PostMapping("/new")
    String create(PersonForm given, Model model, RedirectAttributes answer) {
        Administrators.only(frame);
        if (people.byUsername(given.username()).isPresent()) {
            model.addAttribute("refusal", "账号“" + given.username() + "”已经有人使用，请换一个。");
            return form(given, true, model);
        }
        return save(given, true, model, answer);
    }

    @PostMapping("/{username}")
    String change(@PathVariable String username, PersonForm given, Model model, RedirectAttributes answer) {
        Administrators.only(frame);
        return save(given.named(username), false, model, answer);
    }

    private String save(PersonForm given, boolean isNew, Model model, RedirectAttributes answer) {
        try {
            String password = personnel.save(given.person());
            answer.addFlashAttribute("message", "已保存。");
            answer.addFlashAttribute("password", password);
            return "redirect:/desk/settings/people/" + given.username();
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return form(given, isNew, model);
        }
    }

    @PostMapping("/{username}/password")
    String resetPassword(@PathVariable String username, RedirectAttributes answer) {
        Administrators.only(frame);
        answer.addFlashAttribute("password", personnel.resetPassword(username));
        return "redirect:/desk/settings/people/" + username;
    }

    private String form(PersonForm form, boolean isNew, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("isNew", isNew);
        model.addAttribute("units", units.all());
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "substitutions",
                people.openSubstitutions().stream()
                        .filter(one -> List.of(one.absent(), one.substitute()).contains(form.username()))
                        .toList());
        model.addAttribute("colleagues", colleagues(form));
        return "desk/settings/person";
    }

    private List<Person> colleagues(PersonForm form) {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> person.unit().value().equals(form.unit()))
                .filter(person -> !person.username().equals(form.username()))
                .toList();
    }

    /** The fields of the form. */
    record PersonForm(String username, String fullName, String unit, Set<Role> roles, Boolean active) {

        PersonForm {
            roles = roles == null ? Set.of() : roles;
            // A box that is not ticked is not sent at all.
            active = Boolean.TRUE.equals(active);
        }

        static PersonForm of(Person person) {
            return new PersonForm(
                    person.username(), person.fullName(), person.unit().value(), person.roles(), person.active());
        }

        PersonForm named(String account) {
            return new PersonForm(account, fullName, unit, roles, active);
        }

        Person person() {
            return new Person(username, fullName, UnitCode.of(unit), new LinkedHashSet<>(roles), active);
        }
    }
}
