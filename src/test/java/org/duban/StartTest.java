package org.duban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class StartTest {

    @Autowired
    IdentityService identity;

    @Autowired
    MockMvc web;

    @Test
    void clerksOfTheSampleCityMayLogIn() {
        assertThat(identity.checkPassword("clerk350582", "duban")).isTrue();
        assertThat(identity.createGroupQuery().groupMember("clerk350582").list())
                .extracting(group -> group.getId())
                .containsExactly("unit350582");
    }

    @Test
    void loginPageIsOpenToEverybody() throws Exception {
        web.perform(get("/login")).andExpect(status().isOk());
    }
}
