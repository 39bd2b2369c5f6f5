package org.duban.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.journal.Access;
import org.duban.journal.Access.Kind;
import org.duban.journal.AccessFact;
import org.duban.journal.AccessFilter;
import org.duban.journal.Accesses;
import org.duban.journal.Ways;
import org.duban.kernel.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 导出与查阅: who took data out, who looked at masked data, and what auditors read themselves. */
@Component
@Order(7)
class AccessList implements AuditList {

    private static final Pattern CASE_NO = Pattern.compile("[A-Z]{2}\\d{4}-\\d{6}");
    private static final Map<String, String> NO_CASE = Map.of(AccessFact.CHAIN, "导出与查阅", "DeadlineWatch", "期限督办");

    private final Accesses accesses;
    private final Ways ways;

    AccessList(Accesses accesses, Ways ways) {
        this.accesses = accesses;
        this.ways = ways;
    }

    @Override
    public String key() {
        return "accesses";
    }

    @Override
    public String title() {
        return "导出与查阅";
    }

    @Override
    public String about() {
        return "谁导出、下载了什么，筛选条件、行数和文件校验值；谁看了隐去的身份、理由；审计人员自己查阅过哪些案件。同一人十分钟内重复打开同一案、同一文件只记一次。";
    }

    @Override
    public List<String> columns() {
        return List.of("时间", "类别", "内容", "案号", "条件或理由", "行数", "字节", "文件校验值", "人员", "账号", "经由");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.PERIOD, Field.PERSON, Field.CASE, Field.KIND);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        AccessFilter wanted =
                new AccessFilter(kind(filter.kind()), filter.person(), filter.caseNo(), filter.begin(), filter.end());
        Long before = after == null ? null : Long.valueOf(after);
        return Page.of(accesses.page(wanted, before, size + 1), size, this::row, one -> String.valueOf(one.id()));
    }

    // Somebody may have read a chain that belongs to no case and has no replay.
    private static Cell whose(String chain) {
        if (chain == null) {
            return Cell.of("");
        }
        return CASE_NO.matcher(chain).matches()
                ? Cell.ofCase(chain)
                : new Cell(NO_CASE.getOrDefault(chain, chain), "/audit/journal?case=" + chain);
    }

    private static Kind kind(String name) {
        if (name == null) {
            return null;
        }
        try {
            return Kind.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("kind", "类别不对，请在列表中选择。");
        }
    }

    private List<Cell> row(Access one) {
        boolean cutOff =
                one.kind() == Kind.EXPORT && one.finishedAt() != null && one.bytes() != null && one.rows() == null;
        return List.of(
                Cell.of(Words.minute(one.at())),
                Cell.of(one.kind().label()),
                Cell.of(one.what() + (cutOff ? "（中断）" : "")),
                whose(one.caseNo()),
                Cell.of(one.detail()),
                Cell.of(one.rows()),
                Cell.of(one.bytes()),
                Cell.of(one.sha256()),
                Cell.of(one.byName()),
                Cell.of(one.byUsername()),
                Cell.of(ways.label(one.channel())));
    }
}
