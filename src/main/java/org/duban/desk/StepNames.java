package org.duban.desk;

import java.util.Map;

/** What the steps of the models are called. */
public interface StepNames {

    /** Names by the ids of the elements, such as 签收 for {@code UserTask_SignFor}. */
    Map<String, String> all();
}
