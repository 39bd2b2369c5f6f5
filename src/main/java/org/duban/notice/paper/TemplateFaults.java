package org.duban.notice.paper;

import java.util.List;
import org.duban.kernel.Refusal;

/** A template that no paper can be made from; the faults are sentences in Chinese. */
public class TemplateFaults extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    TemplateFaults(List<String> faults) {
        super("file", "模板没有启用，有 " + faults.size() + " 处需要修改。");
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
