package org.duban.journal;

import org.duban.engine.EngineEvent;
import org.duban.kernel.Fact;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The recorder with a switch, so that one application can work with the record and without it, in turn. */
public final class SwitchedRecorder extends Recorder {

    private static volatile boolean on = true;

    private SwitchedRecorder(Recorder recorder) {
        super(recorder);
    }

    public static void turn(boolean wanted) {
        on = wanted;
    }

    /** Puts the switch in. */
    public static final class Fitter implements BeanPostProcessor {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            return bean instanceof Recorder recorder ? new SwitchedRecorder(recorder) : bean;
        }
    }

    @Override
    public void saw(EngineEvent event) {
        if (on) {
            super.saw(event);
        }
    }

    @Override
    public void heard(Fact fact) {
        if (on) {
            super.heard(fact);
        }
    }
}
