package org.duban.evidence;

import org.duban.kernel.Refusal;

/** The file is larger than one piece of evidence may be. */
public class TooLarge extends Refusal {

    /** The most one file may have, in bytes: 50 MB. */
    public static final long LIMIT = 50L * 1024 * 1024;

    /** What the clerk reads. */
    public static final String MESSAGE = "文件超过 50 MB,请压缩照片或拆分文件后重新上传。";

    private static final long serialVersionUID = 1L;

    public TooLarge() {
        super("file", MESSAGE);
    }
}
