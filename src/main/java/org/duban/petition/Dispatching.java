package org.duban.petition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionCommand.ArbitrateReturn;
import org.duban.petition.PetitionCommand.DecideUnit;
import org.duban.petition.PetitionCommand.Dispatch;
import org.duban.petition.PetitionCommand.DispatchPetition;
import org.duban.petition.PetitionCommand.SignFor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From registration to units that have signed for their shares: 转办, 签收, 退单. */
@Component("petitionDispatching")
class Dispatching {

    private static final int DECIMALS = 2;

    private final PetitionRecords records;
    private final Proceedings proceedings;
    private final PetitionDeadlines deadlines;
    private final Fields fields;
    private final PetitionSettings settings;
    private final Declining declining;
    private final ObjectProvider<PetitionFlow> flow;

    Dispatching(
            PetitionRecords records,
            Proceedings proceedings,
            PetitionDeadlines deadlines,
            Fields fields,
            PetitionSettings settings,
            Declining declining,
            ObjectProvider<PetitionFlow> flow) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.fields = fields;
        this.settings = settings;
        this.declining = declining;
        this.flow = flow;
    }

    Petition file(CaseNo no, Dispatch command, Actor by) {
        PetitionFlow process = flow.getIfAvailable();
        if (process == null) {
            return dispatch(no, command, by);
        }
        Petition petition = records.lock(no);
        petition.mustBe("转办", PetitionState.REGISTERED);
        try {
            process.fileDispatch(petition, command, by);
        } catch (RuntimeException wrapped) {
            throw refusalIn(wrapped);
        }
        return records.find(no);
    }

    /** The engine wraps what a step refuses; the office wants the sentence. */
    private static RuntimeException refusalIn(RuntimeException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return wrapped;
    }

    /** What the task form files: 转办, 不予受理 or 转送. */
    Petition handOver(CaseNo no, DispatchPetition command, Actor by) {
        if (command.decision() == null || command.decision() == DispatchPetition.Choice.DISPATCH) {
            return dispatch(no, new Dispatch(command.shares(), command.keyMark(), command.note()), by);
        }
        Petition petition = records.lock(no);
        petition.mustBe("不予受理或转送", PetitionState.REGISTERED);
        boolean forward = command.decision() == DispatchPetition.Choice.FORWARD;
        return declining.decline(petition, forward, command.receiver(), command.reason(), by);
    }

    Petition dispatch(CaseNo no, Dispatch command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("转办", PetitionState.REGISTERED);
        List<Share> shares = shares(command.shares());
        String note = Fields.optional("note", command.note(), "转办说明");
        boolean key = command.keyMark() == null ? petition.letter().keyMark() : command.keyMark();
        Petition marked = petition.with(petition.letter().marked(key)).with(shares);
        Petition after = marked.with(marked.course()
                .edit()
                .dueOn(deadlines.dueAfterMark(petition, marked.letter()))
                .dispatched(records.now())
                .done());
        Said dispatched = Said.of(
                PetitionFact.DISPATCHED,
                after.leadUnit(),
                "shares",
                shares.stream()
                        .map(share -> share.unit() + " " + share.share().toPlainString())
                        .toList(),
                "keyMark",
                key ? true : null,
                "note",
                note);
        Petition saved = records.save(petition, after, by, dispatched);
        deadlines.dispatched(saved);
        return saved;
    }

    private List<Share> shares(List<Dispatch.ShareOf> asked) {
        if (asked == null || asked.isEmpty()) {
            throw new Refusal("shares", "请至少选择一个承办单位。");
        }
        List<Share> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Dispatch.ShareOf one : asked) {
            UnitCode unit = fields.unit("shares", one.unit(), "承办单位");
            BigDecimal share = Objects.requireNonNullElse(one.share(), asked.size() == 1 ? BigDecimal.ONE : null);
            if (share == null
                    || share.signum() <= 0
                    || share.stripTrailingZeros().scale() > DECIMALS) {
                throw new Refusal("shares", "份额应大于 0、最多两位小数，如 0.5。");
            }
            if (shares.stream().anyMatch(other -> other.unit().equals(unit))) {
                throw new Refusal("shares", "同一单位填写了两次，请合并为一个份额。");
            }
            shares.add(Share.of(unit, share.setScale(DECIMALS)));
            sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            BigDecimal missing = BigDecimal.ONE.subtract(sum);
            throw new Refusal(
                    "shares",
                    "各单位份额合计 " + plain(sum) + "，应为 1，" + (missing.signum() > 0 ? "还差 " : "多出 ") + plain(missing.abs())
                            + "。请调整后再转办。");
        }
        return List.copyOf(shares);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    Petition signFor(CaseNo no, UnitCode unit, SignFor command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("签收或退单", PetitionState.DISPATCHED);
        Share mine = petition.mine(unit);
        if (mine.signed()) {
            throw new Refusal("本单位已经签收信访件 " + no + "，不需要再签收。");
        }
        return switch (Fields.chosen("decision", command.decision(), "签收或退单")) {
            case SIGN -> sign(petition, mine, by);
            case RETURN -> giveBack(petition, unit, command, by);
        };
    }

    private Petition sign(Petition petition, Share mine, Actor by) {
        Petition signed = petition.with(mine.unit(), mine.signed(records.now(), by.username()));
        if (signed.shares().stream().allMatch(Share::signed)) {
            signed = signed.with(signed.course().edit().allSigned(records.now()).done());
        }
        Petition after = records.save(petition, signed, by, Said.of(PetitionFact.SIGNED_FOR, mine.unit()));
        if (after.state() == PetitionState.INVESTIGATING) {
            deadlines.accepted(after);
        }
        return after;
    }

    private Petition giveBack(Petition petition, UnitCode unit, SignFor command, Actor by) {
        if (!petition.mayBeReturned(settings.maxReturns())) {
            throw new Refusal(
                    "decision", "本件已退单 " + petition.course().returns() + " 次，承办单位已由领导最终指定，不能再退单。请签收；确有异议的，请书面报告市环委办。");
        }
        if (proceedings.openReturn(petition.no(), unit).isPresent()) {
            throw new Refusal("decision", "本单位已经退单，正在裁定，请等候结果。");
        }
        ReturnReason code = Fields.chosen("reasonCode", command.reasonCode(), "退单理由");
        String reason = Fields.text("reason", command.reason(), "退单的具体理由");
        UnitCode suggested =
                command.suggestedUnit() == null || command.suggestedUnit().isBlank()
                        ? null
                        : fields.unit("suggestedUnit", command.suggestedUnit(), "建议的承办单位");
        if (unit.equals(suggested)) {
            throw new Refusal("suggestedUnit", "建议的承办单位就是本单位，请改选其他单位，或留空。");
        }
        proceedings.addReturn(
                petition.no(),
                new ShareReturn(
                        0,
                        unit.value(),
                        code,
                        reason,
                        suggested == null ? null : suggested.value(),
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null,
                        null));
        Petition after = petition.with(petition.course().edit().returned().done());
        return records.save(
                petition,
                after,
                by,
                Said.of(
                        PetitionFact.RETURNED,
                        unit,
                        "reasonCode",
                        code,
                        "reason",
                        reason,
                        "suggestedUnit",
                        suggested,
                        "returns",
                        after.course().returns()));
    }

    Petition arbitrateReturn(CaseNo no, UnitCode unit, ArbitrateReturn command, Actor by) {
        Petition petition = records.lock(no);
        ShareReturn open = openReturn(petition, unit);
        if (forLeader(open, petition)) {
            throw new Refusal("退单已达 " + settings.maxReturns() + " 次，须由领导在任务“指定承办单位”中决定。");
        }
        String reason = Fields.text("reason", command.reason(), "裁定理由");
        return switch (Fields.chosen("decision", command.decision(), "裁定结果")) {
            case KEEP -> {
                decide(open, ShareReturn.Decision.KEPT, unit, reason, by);
                yield records.save(
                        petition, petition, by, Said.of(PetitionFact.RETURN_REJECTED, unit, "reason", reason));
            }
            case REASSIGN -> {
                UnitCode other = fields.unit("unit", command.unit(), "新的承办单位");
                if (other.equals(unit)) {
                    throw new Refusal("unit", "改派的单位与原承办单位相同，请改选其他单位，或选择“维持原转办”。");
                }
                decide(open, ShareReturn.Decision.REASSIGNED, other, reason, by);
                yield move(petition, unit, other, PetitionFact.REASSIGNED, reason, by);
            }
            case REFUSE, FORWARD -> {
                boolean forward = command.decision() == ArbitrateReturn.Choice.FORWARD;
                decide(open, ShareReturn.Decision.DECLINED, unit, reason, by);
                yield declining.decline(petition, forward, command.receiver(), reason, by);
            }
        };
    }

    /** The leader's word is final: the unit named may be the same, and cannot return it again. */
    Petition decideUnit(CaseNo no, UnitCode unit, DecideUnit command, Actor by) {
        Petition petition = records.lock(no);
        ShareReturn open = openReturn(petition, unit);
        if (petition.mayBeReturned(settings.maxReturns())) {
            throw new Refusal("退单尚未达到 " + settings.maxReturns() + " 次，应由协调员在任务“裁定退单”中办理。");
        }
        UnitCode named = fields.unit("unit", command.unit(), "承办单位");
        String reason = Fields.text("reason", command.reason(), "指定理由");
        decide(open, ShareReturn.Decision.DECIDED_BY_LEADER, named, reason, by);
        return move(petition, unit, named, PetitionFact.UNIT_DECIDED, reason, by);
    }

    // Another unit may have returned its share meanwhile; that one is the leader's, this one is not.
    private boolean forLeader(ShareReturn open, Petition petition) {
        long upToThis = proceedings.returns(petition.no()).stream()
                .filter(returned -> returned.id() <= open.id())
                .count();
        return upToThis >= settings.maxReturns();
    }

    private ShareReturn openReturn(Petition petition, UnitCode unit) {
        return proceedings
                .openReturn(petition.no(), unit)
                .orElseThrow(() -> new Refusal("信访件 " + petition.no() + " 没有待裁定的退单，可能已由他人裁定，请刷新页面。"));
    }

    private void decide(ShareReturn open, ShareReturn.Decision decision, UnitCode unit, String reason, Actor by) {
        proceedings.decideReturn(open.id(), decision, unit.value(), reason, by.username(), records.now());
    }

    private Petition move(Petition petition, UnitCode from, UnitCode to, PetitionFact how, String reason, Actor by) {
        if (!to.equals(from) && petition.share(to).isPresent()) {
            throw new Refusal("unit", "该单位已承办本件的另一份额，请改选其他单位。");
        }
        Petition after = petition.with(from, petition.mine(from).movedTo(to));
        return records.save(petition, after, by, Said.of(how, to, "formerUnit", from, "reason", reason));
    }

    /** Only noted, and only while the unit has not signed: what the timer wakes reads the row again. */
    void recordSigningOverdue(CaseNo no, UnitCode unit) {
        Petition petition = records.lock(no);
        if (petition.share(unit).filter(share -> !share.signed()).isPresent()) {
            records.save(petition, petition, Actor.system(), Said.of(PetitionFact.SIGNING_OVERDUE, unit));
        }
    }

    List<UnitCode> shareUnits(CaseNo no) {
        return records.find(no).shares().stream().map(Share::unit).toList();
    }

    boolean returnsCapped(Petition returned) {
        return !returned.mayBeReturned(settings.maxReturns());
    }
}
