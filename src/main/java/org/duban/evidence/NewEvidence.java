package org.duban.evidence;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;

/**
 * What is said about a file on handing it in.
 *
 * @param caseNo as the form believes it to be, null when it does not say; must be the task's case
 */
public record NewEvidence(
        String fileName, CaseNo caseNo, String taskId, String criterion, LocalDate takenOn, String place) {

    private static final Pattern CRITERION = Pattern.compile("[A-Z][A-Z_]{1,59}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 200;

    public NewEvidence {
        if (taskId == null || taskId.isBlank()) {
            throw new Refusal("taskId", "没有说明佐证材料属于哪项任务，请在任务表单中上传。");
        }
        fileName = named(fileName);
        criterion = criterion == null || criterion.isBlank() ? null : criterion.trim();
        if (criterion != null && !CRITERION.matcher(criterion).matches()) {
            throw new Refusal("criterion", "验收标准“" + criterion + "”无法识别，请在任务表单中上传。");
        }
        place = placed(place);
    }

    /** The place as kept: trimmed, null when empty. */
    static String placed(String place) {
        if (place == null || place.isBlank()) {
            return null;
        }
        String trimmed = place.trim();
        if (trimmed.length() > LONGEST_PLACE) {
            throw new Refusal("place", "拍摄地点请控制在 " + LONGEST_PLACE + " 个字以内。");
        }
        return trimmed;
    }

    // Some browsers send the whole path; control characters have no business in a name.
    private static String named(String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{Cntrl}|\\p{Cf}", "").trim();
        if (name.isEmpty()) {
            return "未命名文件";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
