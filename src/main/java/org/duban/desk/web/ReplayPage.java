package org.duban.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.desk.audit.StepViews;
import org.duban.journal.Accesses;
import org.duban.journal.Verification;
import org.duban.replay.Linked;
import org.duban.replay.Models;
import org.duban.replay.Replay;
import org.duban.replay.Replay.Choice;
import org.duban.replay.Replay.Film;
import org.duban.replay.Run;
import org.duban.replay.Step;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The auditor's replay of a case: a page for each step, and the parts a browser with scripts swaps in. */
@Controller
class ReplayPage {

    private static final Pattern CASE_NO = Pattern.compile("[A-Z]{2}\\d{4}-\\d{6}");

    private final Replay replay;
    private final StepViews views;
    private final Models models;
    private final Verification verification;

    private final Linked linked;
    private final Accesses accesses;

    ReplayPage(
            Replay replay,
            StepViews views,
            Models models,
            Verification verification,
            Linked linked,
            Accesses accesses) {
        this.linked = linked;
        this.accesses = accesses;
        this.replay = replay;
        this.views = views;
        this.models = models;
        this.verification = verification;
    }

    /** From the number typed on the auditor's page. */
    @GetMapping("/audit/cases")
    String find(@RequestParam(name = "case", defaultValue = "") String typed) {
        String no = typed.strip();
        // The page of the record says it kindly when there is no such number.
        boolean known = CASE_NO.matcher(no).matches() && replay.overview(no).isPresent();
        return known
                ? "redirect:/audit/cases/" + no
                : "redirect:"
                        + UriComponentsBuilder.fromPath("/audit/journal")
                                .queryParam("case", no)
                                .encode()
                                .toUriString();
    }

    @GetMapping("/audit/cases/{no}")
    String page(
            @PathVariable String no,
            @RequestParam(required = false) Long step,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant at,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model) {
        Choice choice = at != null ? Choice.at(at) : on != null ? Choice.on(on) : Choice.near(step == null ? 1 : step);
        Film film = show(no, choice, model);
        accesses.read("案件回放", no);
        model.addAttribute("steps", film.overview().steps());
        if (verify) {
            model.addAttribute("verdict", verification.ofCase(no));
        }
        return "audit/case";
    }

    @GetMapping("/audit/cases/{no}/steps/{step}")
    String step(@PathVariable String no, @PathVariable long step, Model model) {
        show(no, entries -> step, model);
        return "audit/case-step :: step";
    }

    /** What another chain tells of the time of a step; the replay takes it in where it is unfolded. */
    @GetMapping("/audit/cases/{no}/steps/{step}/linked/{chain}")
    String beside(@PathVariable String no, @PathVariable long step, @PathVariable String chain, Model model) {
        Film film = replay.film(no, entries -> step)
                .filter(one -> one.shown() != null)
                .filter(one -> one.shown().difference().linked().contains(chain))
                .orElseThrow(ReplayPage::notFound);
        List<Step> steps = film.overview().steps();
        Instant until = step < steps.size() ? steps.get((int) step).at() : null;
        model.addAttribute("chain", chain);
        model.addAttribute("aCase", !Linked.WATCH.equals(chain));
        model.addAttribute("beside", linked.beside(chain, film.shown().step().at(), until));
        return "audit/case-step :: beside";
    }

    private Film show(String no, Choice choice, Model model) {
        Film film = replay.film(no, choice).filter(one -> one.shown() != null).orElseThrow(ReplayPage::notFound);
        model.addAttribute("no", no);
        model.addAttribute("drawn", !film.overview().runs().isEmpty());
        model.addAttribute("last", film.overview().steps().size());
        model.addAttribute("view", views.view(film.shown()));
        return film;
    }

    /** Whether the case's record is intact; asked for by the page once it stands. */
    @GetMapping("/audit/cases/{no}/verdict")
    String verdict(@PathVariable String no, Model model) {
        model.addAttribute("verdict", verification.ofCase(no));
        return "audit/case-step :: verdict";
    }

    /** The model of a version that ran in this case, and no other. */
    @GetMapping(
            value = "/audit/cases/{no}/diagram/{definition}.bpmn",
            produces = MediaType.APPLICATION_XML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String diagram(@PathVariable String no, @PathVariable String definition) {
        return replay.overview(no)
                .filter(overview ->
                        overview.runs().stream().map(Run::definition).anyMatch(definition::equals))
                .flatMap(known -> models.bpmn(definition))
                .orElseThrow(ReplayPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
