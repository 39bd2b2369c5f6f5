package org.duban.launch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go and as whom, once everything is up. */
@Component
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final RunMode mode;

    Welcome(RunMode mode) {
        this.mode = mode;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext web)) {
            return;
        }
        String address = "http://127.0.0.1:" + web.getWebServer().getPort() + "/";
        if (mode.sampleCity()) {
            log.info("""
                    督办已启动 / Duban is up

                      打开 / open      {}
                      协调员           coordinator    口令 / password: {}
                      环委办主任        leader
                      晋江市承办人      clerk350582    (负责人 head350582)
                      审计 · 管理员     auditor · admin

                      这是样例城市，只供试用；只接受本机访问。 / A sample city for trying out, open to this machine only.
                    """, address, SampleOrganisation.PASSWORD);
        } else {
            log.info("督办已启动 / Duban is up: {}", address);
        }
    }
}
