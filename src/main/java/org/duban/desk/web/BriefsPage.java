package org.duban.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.duban.desk.brief.Brief;
import org.duban.desk.brief.BriefKind;
import org.duban.desk.brief.Briefs;
import org.duban.desk.brief.FigureKey;
import org.duban.desk.brief.FigureLine;
import org.duban.kernel.FileOut;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.PaperType;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.round.Round;
import org.duban.round.Rounds;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 简报与通报 of a round: drafted by the coordinator, each number opening its list. */
@Controller
@RequestMapping("/desk/rounds/{month:\\d{4}-\\d{2}}/briefs")
class BriefsPage {

    private static final int SIZE = 50;
    private static final String DRAFT = "/{kind:brief|bulletin}-{version:\\d{1,6}}";

    private final Rounds rounds;
    private final Briefs briefs;
    private final CurrentActor actor;

    BriefsPage(Rounds rounds, Briefs briefs, CurrentActor actor) {
        this.rounds = rounds;
        this.briefs = briefs;
        this.actor = actor;
    }

    @GetMapping
    String list(@PathVariable String month, Model model) {
        Round round = read(month);
        model.addAttribute("round", round);
        model.addAttribute("briefs", briefs.of(round));
        model.addAttribute("kinds", BriefKind.values());
        model.addAttribute("makes", actor.roles().contains(Role.COORDINATOR));
        return "desk/briefs";
    }

    @PostMapping
    String make(@PathVariable String month, @RequestParam(defaultValue = "") String kind, RedirectAttributes answer) {
        if (!actor.roles().contains(Role.COORDINATOR)) {
            throw new AccessDeniedException("briefs are drafted by the coordinator");
        }
        Round round = known(month);
        String address = "/desk/rounds/" + month + "/briefs";
        try {
            BriefKind wanted = BriefKind.of(kind).orElseThrow(() -> new Refusal("kind", "请选择生成简报还是通报。"));
            int before = briefs.of(round).size();
            Brief made = briefs.make(
                    round,
                    wanted,
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path(address)
                            .toUriString(),
                    actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute(
                    "message",
                    briefs.of(round).size() > before
                            ? "已生成" + wanted.label() + "第 " + made.version() + " 稿，请下载后补充“下一步工作”再印发。"
                            : "数字没有变化，仍是" + wanted.label() + "第 " + made.version() + " 稿。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:" + address;
    }

    @GetMapping(DRAFT)
    String figures(@PathVariable String month, @PathVariable String kind, @PathVariable int version, Model model) {
        Round round = read(month);
        Brief brief = brief(round, kind, version);
        model.addAttribute("round", round);
        model.addAttribute("brief", brief);
        model.addAttribute("keys", FigureKey.values());
        model.addAttribute("values", briefs.values(brief));
        return "desk/brief";
    }

    @GetMapping(DRAFT + "/{figure:[a-z-]+}")
    String figure(
            @PathVariable String month,
            @PathVariable String kind,
            @PathVariable int version,
            @PathVariable String figure,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        Round round = read(month);
        Brief brief = brief(round, kind, version);
        FigureKey key = FigureKey.of(figure).orElseThrow(BriefsPage::notThere);
        int from = Math.max(0, after);
        List<FigureLine> lines = briefs.lines(brief, key, from, SIZE + 1);
        model.addAttribute("round", round);
        model.addAttribute("brief", brief);
        model.addAttribute("key", key);
        model.addAttribute("value", briefs.values(brief).getOrDefault(key, 0));
        model.addAttribute("lines", lines.stream().limit(SIZE).toList());
        model.addAttribute("from", from);
        model.addAttribute("next", lines.size() > SIZE ? from + SIZE : null);
        return "desk/brief-figure";
    }

    @GetMapping(DRAFT + "/file")
    ResponseEntity<byte[]> file(
            @PathVariable String month,
            @PathVariable String kind,
            @PathVariable int version,
            HttpServletRequest request) {
        Brief brief = brief(read(month), kind, version);
        request.setAttribute(
                FileOut.ATTRIBUTE, new FileOut(brief.kind().label(), brief.round(), brief.fileName(), brief.sha256()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(PaperType.DOCX))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(brief.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(briefs.file(brief));
    }

    private Round read(String month) {
        if (actor.roles().stream().noneMatch(Role::seesAll)) {
            throw new AccessDeniedException("briefs are read by coordinators, leaders and auditors");
        }
        return known(month);
    }

    private Round known(String month) {
        try {
            return rounds.of(YearMonth.parse(month)).orElseThrow(BriefsPage::notThere);
        } catch (DateTimeException malformed) {
            throw notThere();
        }
    }

    private Brief brief(Round round, String kind, int version) {
        return BriefKind.of(kind)
                .flatMap(known -> briefs.find(round, known, version))
                .orElseThrow(BriefsPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
