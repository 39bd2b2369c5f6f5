package org.duban.intake.sheet;

import org.duban.kernel.Refusal;

/** The file as a whole cannot be taken in; the sentence says why and how to make one that can. */
public class UnreadableFile extends Refusal {

    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super("file", message);
    }

    public UnreadableFile(String message, Throwable cause) {
        super("file", message);
        initCause(cause);
    }

    static UnreadableFile corrupt(Throwable cause) {
        return new UnreadableFile("文件内容已损坏或不是标准的 .xlsx。请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”后再上传。", cause);
    }
}
