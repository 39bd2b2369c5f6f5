package org.duban.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.audit.store.SampleRows;
import org.duban.audit.store.SampleRows.Kept;
import org.duban.audit.store.SampleRows.Population;
import org.duban.journal.AccessFact;
import org.duban.journal.offline.CanonicalJson;
import org.duban.journal.offline.JsonReader;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 抽样: cases drawn by a rule with a recorded seed, so that anybody can see that nobody chose them. */
@Service
@Transactional
public class Samples {

    /** The most cases a sample may have, and a dossier of several. */
    public static final int MOST = 200;

    private static final Pattern SEED = Pattern.compile("[A-Za-z0-9]{4,40}");

    private final SampleRows rows;
    private final Units units;
    private final CurrentActor actor;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Samples(SampleRows rows, Units units, CurrentActor actor, ApplicationEventPublisher listeners, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.actor = actor;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Draws, keeps and records a sample; returns its number.
     *
     * @param seed drawn by chance when blank
     */
    public long draw(String name, SampleRule rule, int size, String seed) {
        if (size < 1 || size > MOST) {
            throw new Refusal("size", "件数应在 1 至 " + MOST + " 之间，请改正后重试。");
        }
        Flow flow = Flow.byLetters(rule.flow());
        if (rule.state() != null && flow.labelOf(rule.state()).isEmpty()) {
            throw new Refusal("state", "所选状态不是“" + flow.label() + "”的状态，请在同一事项下选择。");
        }
        if (rule.risk() != null && flow != Flow.PROBLEM) {
            throw new Refusal("risk", "只有问题分风险等级，请把风险改为“全部”。");
        }
        if (rule.from() != null && rule.to() != null && rule.to().isBefore(rule.from())) {
            throw new Refusal("to", "登记的截止日期早于起始日期，请改正后重试。");
        }
        String used = seed == null || seed.isBlank() ? HexFormat.of().formatHex(random()) : seed.strip();
        if (!SEED.matcher(used).matches()) {
            throw new Refusal("seed", "种子只能用 4 至 40 个字母和数字；留空由系统随机给出。");
        }
        Population population = rows.population(rule);
        if (population.size() == 0) {
            throw new Refusal("没有符合规则的案件，请放宽规则后再抽。");
        }
        List<String> cases = rows.draw(rule, used, size);
        Actor by = actor.get();
        Instant at = clock.instant();
        String words = rule.words(rule.unit() == null ? "" : units.shortName(UnitCode.of(rule.unit())));
        String called = name == null || name.isBlank() ? "抽样 " + Words.minute(at) : name.strip();
        Sample sample = new Sample(
                0,
                called,
                used,
                rule,
                words,
                size,
                population.size(),
                population.digest(),
                by.username(),
                by.name(),
                at);
        long id = rows.add(sample, CanonicalJson.write(rule.values()), cases);
        listeners.publishEvent(new AccessFact("audit.sampleDrawn", at, by, data(id, sample, cases)));
        return id;
    }

    private byte[] random() {
        byte[] bytes = new byte[8];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static Map<String, Object> data(long id, Sample sample, List<String> cases) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sample", id);
        data.put("name", sample.name());
        data.put("seed", sample.seed());
        data.put("rule", sample.rule().values());
        data.put("population", sample.population());
        data.put("digest", sample.digest());
        data.put("cases", cases);
        return data;
    }

    @Transactional(readOnly = true)
    public List<Sample> page(Long before, int size) {
        return rows.page(before, size).stream().map(Samples::sample).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Sample> byId(long id) {
        return rows.byId(id).map(Samples::sample);
    }

    @Transactional(readOnly = true)
    public List<String> cases(long id) {
        return rows.cases(id);
    }

    /** The cases of a sample as they stand now. */
    @Transactional(readOnly = true)
    public List<Sample.Line> lines(long id) {
        return rows.lines(id).stream()
                .map(line -> new Sample.Line(
                        line.place(),
                        line.no(),
                        line.title(),
                        line.unit() == null ? "" : units.shortName(UnitCode.of(line.unit())),
                        Flow.stateOf(line.no(), line.state())))
                .toList();
    }

    /** Draws once more with the same rule and seed from the cases as they are now. */
    @Transactional(readOnly = true)
    public Sample.Again again(Sample sample) {
        Population now = rows.population(sample.rule());
        List<String> gone = new ArrayList<>(rows.cases(sample.id()));
        gone.removeAll(rows.draw(sample.rule(), sample.seed(), sample.wanted()));
        return new Sample.Again(now.digest().equals(sample.digest()), now.size(), gone);
    }

    private static Sample sample(Kept kept) {
        Sample sample = kept.sample();
        return new Sample(
                sample.id(),
                sample.name(),
                sample.seed(),
                SampleRule.of(JsonReader.object(kept.rule())),
                sample.ruleWords(),
                sample.wanted(),
                sample.population(),
                sample.digest(),
                sample.byUsername(),
                sample.byName(),
                sample.at());
    }
}
