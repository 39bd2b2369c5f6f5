package org.duban.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.duban.audit.Flow;
import org.duban.audit.Sample;
import org.duban.audit.SampleRule;
import org.duban.audit.Samples;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.duban.problem.Risk;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 审计抽样: draw, see what was drawn, draw once more to compare, take away. */
@Controller
class SamplePage {

    private static final int LISTED = 30;

    private final Samples samples;
    private final Units units;
    private final Sheets sheets;

    SamplePage(Samples samples, Units units, Sheets sheets) {
        this.samples = samples;
        this.units = units;
        this.sheets = sheets;
    }

    /** The rule as typed. */
    record Given(
            String name,
            String flow,
            String state,
            String unit,
            String risk,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Integer size,
            String seed) {

        SampleRule rule() {
            return new SampleRule(
                    flow == null || flow.isBlank() ? Flow.PROBLEM.letters() : flow.strip(),
                    said(state),
                    said(unit),
                    chosen(risk, Risk.class),
                    from,
                    to);
        }

        private static String said(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static <E extends Enum<E>> String chosen(String name, Class<E> type) {
            if (name == null || name.isBlank()) {
                return null;
            }
            try {
                return Enum.valueOf(type, name).name();
            } catch (IllegalArgumentException unknown) {
                throw new Refusal("风险不对，请在列表中选择。");
            }
        }
    }

    @GetMapping("/audit/samples")
    String samples(@RequestParam(required = false) Long before, Model model) {
        List<Sample> found = samples.page(before, LISTED + 1);
        List<Sample> shown = found.size() > LISTED ? found.subList(0, LISTED) : found;
        model.addAttribute("samples", shown);
        model.addAttribute("next", found.size() > LISTED ? shown.get(LISTED - 1).id() : null);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("risks", Risk.values());
        model.addAttribute("units", units.all());
        model.addAttribute("most", Samples.MOST);
        if (!model.containsAttribute("given")) {
            model.addAttribute("given", new Given(null, null, null, null, null, null, null, 30, null));
        }
        return "audit/samples";
    }

    @PostMapping("/audit/samples")
    String draw(@ModelAttribute Given given, RedirectAttributes answer) {
        try {
            long id = samples.draw(given.name(), given.rule(), given.size() == null ? 30 : given.size(), given.seed());
            return "redirect:/audit/samples/" + id;
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("given", given);
            return "redirect:/audit/samples";
        }
    }

    @GetMapping("/audit/samples/{id}")
    String sample(@PathVariable long id, @RequestParam(defaultValue = "false") boolean again, Model model) {
        Sample sample = known(id);
        model.addAttribute("sample", sample);
        model.addAttribute("lines", samples.lines(id));
        if (again) {
            model.addAttribute("again", samples.again(sample));
        }
        return "audit/sample";
    }

    @GetMapping("/audit/samples/{id}/export.xlsx")
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        Sample sample = known(id);
        List<Sample.Line> lines = samples.lines(id);
        sheets.send(
                "审计样本",
                sample.name() + "；种子：" + sample.seed(),
                List.of("序号", "案号", "标题", "单位", "状态"),
                reader -> {
                    lines.forEach(line -> reader.accept(
                            List.of(String.valueOf(line.place()), line.no(), line.title(), line.unit(), line.state())));
                    return lines.size();
                },
                response);
    }

    private Sample known(long id) {
        return samples.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
