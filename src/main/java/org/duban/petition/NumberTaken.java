package org.duban.petition;

import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;

/** The number a letter came with stands for other words already. */
public class NumberTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    NumberTaken(String number, CaseNo known, String knownText, String newText) {
        super(
                "upstreamNo",
                "受理编号“" + number + "”已登记为 " + known + "（“" + knownText + "”），本行内容不同（“" + newText
                        + "”）。请核对编号；确是另一件的，请改用它自己的编号。");
    }
}
