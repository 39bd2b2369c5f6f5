package org.duban.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.Substitution;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who stands in during days of absence: everybody for themselves, an administrator for anybody. */
@Controller
class SubstitutePage {

    private final People people;
    private final CurrentActor actor;

    SubstitutePage(People people, CurrentActor actor) {
        this.people = people;
        this.actor = actor;
    }

    @GetMapping("/desk/substitute")
    String page(Model model) {
        Person self = self();
        model.addAttribute("self", self);
        model.addAttribute(
                "mine",
                people.openSubstitutions().stream()
                        .filter(one -> one.absent().equals(self.username()))
                        .toList());
        model.addAttribute(
                "forOthers",
                people.openSubstitutions().stream()
                        .filter(one -> one.substitute().equals(self.username()))
                        .toList());
        List<Person> everybody = people.all();
        model.addAttribute("names", names(everybody));
        model.addAttribute(
                "colleagues",
                everybody.stream()
                        .filter(person -> person.active() && person.unit().equals(self.unit()))
                        .filter(person -> !person.username().equals(self.username()))
                        .toList());
        return "desk/substitute";
    }

    @PostMapping("/desk/substitute")
    String add(
            @RequestParam(defaultValue = "") String absent,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate fromOn,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate toOn,
            RedirectAttributes answer) {
        String away = absent.isEmpty() ? self().username() : absent;
        mayDecideFor(away);
        try {
            if (substitute.isEmpty() || fromOn == null || toOn == null) {
                throw new Refusal("substitute", "请选择代办人，并填写开始和结束日期。");
            }
            people.substitute(away, substitute, fromOn, toOn, self().actor());
            answer.addFlashAttribute("message", "已设置代办，到期自动结束。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return back(absent);
    }

    @PostMapping("/desk/substitute/{id}/cancel")
    String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String absent, RedirectAttributes answer) {
        people.openSubstitutions().stream()
                .filter(one -> one.id() == id)
                .map(Substitution::absent)
                .findFirst()
                .ifPresent(away -> {
                    mayDecideFor(away);
                    people.cancelSubstitution(id);
                });
        answer.addFlashAttribute("message", "代办已取消。");
        return back(absent);
    }

    private static String back(String absent) {
        return absent.isEmpty() ? "redirect:/desk/substitute" : "redirect:/desk/settings/people/" + absent;
    }

    private void mayDecideFor(String absent) {
        Person self = self();
        if (!self.username().equals(absent) && !self.has(Role.ADMIN)) {
            throw new AccessDeniedException("only for oneself");
        }
    }

    private Person self() {
        return actor.person().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    private static Map<String, String> names(List<Person> everybody) {
        return everybody.stream().collect(Collectors.toMap(Person::username, Person::fullName));
    }
}
