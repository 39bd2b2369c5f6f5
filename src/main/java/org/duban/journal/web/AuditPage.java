package org.duban.journal.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.journal.AccessFact;
import org.duban.journal.Accesses;
import org.duban.journal.CaseJournal;
import org.duban.journal.CheckResult;
import org.duban.journal.Checks;
import org.duban.journal.EntrySummary;
import org.duban.journal.Sealing;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.JsonReader;
import org.duban.journal.offline.Seal;
import org.duban.journal.store.CheckRows.Kept;
import org.duban.journal.store.SealRows;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor's own page: check the record, see seals and manual interventions, open a case's record. */
@Controller
class AuditPage {

    private static final int LISTED = 20;
    private static final int ENTRIES = 50;
    /** Chains that belong to no case. */
    private static final Map<String, String> NAMES = Map.of(AccessFact.CHAIN, "（导出与查阅）", "DeadlineWatch", "（期限督办）");

    private static final Pattern CASE_NO = Pattern.compile("[A-Z]{2}\\d{4}-\\d{6}");

    private final Checks checks;
    private final Sealing sealing;
    private final SealRows seals;
    private final CaseJournal journal;
    private final CurrentActor actor;
    private final People people;
    private final EntrySummary summary;
    private final Accesses accesses;

    AuditPage(
            Checks checks,
            Sealing sealing,
            SealRows seals,
            CaseJournal journal,
            CurrentActor actor,
            People people,
            EntrySummary summary,
            Accesses accesses) {
        this.summary = summary;
        this.accesses = accesses;
        this.checks = checks;
        this.sealing = sealing;
        this.seals = seals;
        this.journal = journal;
        this.actor = actor;
        this.people = people;
    }

    /** An entry as lists show it. */
    public record Line(
            String chain,
            long seq,
            Instant at,
            String who,
            String forWhom,
            String channel,
            boolean byHand,
            String words) {}

    /** A seal as the list shows it, with the beginning of its root. */
    public record SealLine(long no, Instant at, long chains, String root) {

        static SealLine of(Seal seal) {
            return new SealLine(
                    seal.no(), seal.at(), seal.chains(), grouped(seal.root()).substring(0, 17) + "…");
        }
    }

    private Line line(Entry entry) {
        Map<String, Object> body = CaseJournal.body(entry);
        return new Line(
                entry.chain(),
                entry.seq(),
                entry.at(),
                entry.actorName(),
                entry.onBehalfOf() == null ? null : name(entry.onBehalfOf()),
                entry.channel(),
                entry.intervention(),
                summary.of(entry, body));
    }

    private String name(String username) {
        return people.byUsername(username).map(Person::fullName).orElse(username);
    }

    @GetMapping("/audit")
    String start(Model model) {
        model.addAttribute("checks", checks.newest(10));
        model.addAttribute("seals", seals.newest(10).stream().map(SealLine::of).toList());
        model.addAttribute(
                "interventions",
                journal.interventions(LISTED).stream().map(this::line).toList());
        return "audit/start";
    }

    @PostMapping("/audit/checks")
    String check(@RequestParam(name = "case", defaultValue = "") String chain, RedirectAttributes answer) {
        String scope = chain.isBlank() ? Checks.ALL : chain.strip();
        CheckResult result = checks.check(scope, actor.get().username());
        if (result.entries() == 0 && result.intact()) {
            answer.addFlashAttribute("refusal", "没有“" + scope + "”的记录，请核对案号。");
        } else if (result.intact()) {
            answer.addFlashAttribute("message", "核验完成：" + result.entries() + " 条记录，未发现改动。");
        } else {
            answer.addFlashAttribute(
                    "refusal",
                    "核验完成：" + result.entries() + " 条记录，发现 " + result.findings().size() + " 处问题，详见核验结果。");
        }
        return "redirect:/audit";
    }

    @GetMapping("/audit/checks/{id}")
    String checked(@PathVariable long id, Model model) {
        Kept kept = checks.byId(id).orElseThrow(AuditPage::notFound);
        model.addAttribute("check", kept);
        model.addAttribute("findings", JsonReader.read(kept.findings()));
        return "audit/check";
    }

    @PostMapping("/audit/seals")
    String seal(RedirectAttributes answer) {
        Optional<Seal> made = sealing.sealByHand(actor.get().username());
        if (made.isPresent()) {
            answer.addFlashAttribute("message", "已封存，编号 " + made.get().no() + "。请打印后交档案保管。");
        } else {
            answer.addFlashAttribute("refusal", "系统正在封存，请稍后再试。");
        }
        return "redirect:/audit";
    }

    @GetMapping("/audit/seals/{no}")
    String sealed(@PathVariable long no, Model model) {
        Seal seal = seals.byNo(no).orElseThrow(AuditPage::notFound);
        model.addAttribute("seal", seal);
        model.addAttribute("root", grouped(seal.root()));
        model.addAttribute("mac", grouped(seal.mac()));
        model.addAttribute("prev", grouped(seal.prev()));
        return "audit/seal";
    }

    @GetMapping("/audit/journal")
    String journal(
            @RequestParam(name = "case", defaultValue = "") String chain,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        CaseJournal.Page page = journal.page(chain.strip(), Math.max(0, after), ENTRIES);
        if (page.total() > 0) {
            accesses.read("逐条记录", chain.strip());
        }
        model.addAttribute("chain", chain.strip());
        model.addAttribute("named", NAMES.getOrDefault(chain.strip(), chain.strip()));
        model.addAttribute("aCase", CASE_NO.matcher(chain.strip()).matches());
        model.addAttribute("page", page);
        model.addAttribute("lines", page.items().stream().map(this::line).toList());
        return "audit/journal";
    }

    // In groups of eight on two lines, so that two people can read it to each other.
    private static String grouped(byte[] hash) {
        String[] groups = HexFormat.of().formatHex(hash).split("(?<=\\G.{8})");
        int half = groups.length / 2;
        return String.join(" ", Arrays.copyOf(groups, half)) + "\n"
                + String.join(" ", Arrays.copyOfRange(groups, half, groups.length));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
