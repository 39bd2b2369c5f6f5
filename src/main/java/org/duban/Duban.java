package org.duban;

import java.util.TimeZone;
import org.duban.kernel.Zones;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Duban 督办: carries problems, petitions and warnings from the day they are handed over to the day they are struck off. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Duban", sharedModules = "kernel")
public class Duban {

    public static void main(String[] args) {
        // The engine stores times without a zone, so every node must read them in the same one.
        TimeZone.setDefault(TimeZone.getTimeZone(Zones.CITY));
        SpringApplication.run(Duban.class, args);
    }
}
