package org.duban.petition.publication;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;

/** The text still seems to give somebody away; each place is to be hidden, or looked at and kept. */
public class PersonalDataLeft extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Left> left;

    /** One place. */
    public record Left(Part part, MaskKind kind, String words) {}

    PersonalDataLeft(List<Left> left) {
        super("还有 " + left.size() + " 处像是个人信息，没有保存为已确认："
                + left.stream()
                        .map(one -> one.part().label() + "中的“" + one.words() + "”（"
                                + one.kind().label() + "）")
                        .collect(Collectors.joining("、"))
                + "。请改掉；确认不是个人信息的，逐处勾选保留后再确认。");
        this.left = List.copyOf(left);
    }

    public List<Left> left() {
        return left;
    }
}
