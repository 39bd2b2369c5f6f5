package org.duban.desk.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.duban.kernel.Refusal;
import org.duban.organisation.Folding;
import org.duban.organisation.OrganisationFile;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Units and the people in them; everybody on the desk may look, administrators may change. */
@Controller
@RequestMapping("/desk/settings/organisation")
class OrganisationPage {

    private static final int MOST = 200;

    private final Units units;
    private final People people;
    private final OrganisationFile file;
    private final Frame frame;

    OrganisationPage(Units units, People people, OrganisationFile file, Frame frame) {
        this.units = units;
        this.people = people;
        this.file = file;
        this.frame = frame;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String unit, Model model) {
        String wanted = Folding.fold(q);
        List<Person> found = people.all().stream()
                .filter(person -> unit.isEmpty() || person.unit().value().equals(unit))
                .filter(person -> matches(person, wanted))
                .sorted(Comparator.comparing((Person person) -> person.unit().value())
                        .thenComparing(Person::username))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("unit", unit);
        model.addAttribute(
                "units",
                units.all().stream().filter(one -> matches(one, wanted)).toList());
        model.addAttribute("people", found.stream().limit(MOST).toList());
        model.addAttribute("found", found.size());
        model.addAttribute("unitNames", units);
        return "desk/settings/organisation";
    }

    @PostMapping("/units")
    String importUnits(@RequestParam MultipartFile table, RedirectAttributes answer) throws IOException {
        Administrators.only(frame);
        return answer(table, file::importUnits, answer, "单位");
    }

    @PostMapping("/people")
    String importPeople(@RequestParam MultipartFile table, RedirectAttributes answer) throws IOException {
        Administrators.only(frame);
        return answer(table, file::importPeople, answer, "人员");
    }

    private interface Import {
        OrganisationFile.Outcome run(byte[] file);
    }

    private static String answer(MultipartFile table, Import run, RedirectAttributes answer, String what)
            throws IOException {
        try {
            OrganisationFile.Outcome outcome = run.run(table.getBytes());
            if (outcome.errors().isEmpty()) {
                answer.addFlashAttribute("message", "已导入" + what + " " + outcome.rows() + " 行。");
                answer.addFlashAttribute("passwords", outcome.passwords());
            } else {
                answer.addFlashAttribute("refusal", "文件中有 " + outcome.errors().size() + " 行有误，没有导入任何一行。请改正后重新导入。");
                answer.addFlashAttribute("rowErrors", outcome.errors());
            }
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/settings/organisation";
    }

    private boolean matches(Person person, String wanted) {
        return wanted.isEmpty()
                || Folding.fold(person.username()).contains(wanted)
                || Folding.fold(person.fullName()).contains(wanted)
                || units.byCode(person.unit())
                        .filter(one -> matches(one, wanted))
                        .isPresent()
                || person.roles().stream().map(Role::label).anyMatch(wanted::equals);
    }

    private static boolean matches(Unit unit, String wanted) {
        return wanted.isEmpty()
                || Folding.fold(unit.name()).contains(wanted)
                || Folding.fold(unit.shortName()).contains(wanted)
                || Folding.fold(unit.code().value()).contains(wanted)
                || unit.aliases().stream().anyMatch(alias -> alias.contains(wanted));
    }
}
