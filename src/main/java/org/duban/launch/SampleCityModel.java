package org.duban.launch;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page know that it shows the sample city, so that nobody takes it for the office. */
@ControllerAdvice
class SampleCityModel {

    private final RunMode mode;

    SampleCityModel(RunMode mode) {
        this.mode = mode;
    }

    @ModelAttribute("sampleCity")
    boolean sampleCity() {
        return mode.sampleCity();
    }
}
