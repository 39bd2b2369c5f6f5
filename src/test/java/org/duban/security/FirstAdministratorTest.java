package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.RunMode;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Personnel;
import org.duban.organisation.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class FirstAdministratorTest {

    @Autowired
    MockMvc web;

    @Autowired
    People people;

    @Autowired
    Personnel personnel;

    @Autowired
    Clock clock;

    @Autowired
    FirstAdministrator ofSampleCity;

    @Test
    void theSampleCityHasNoSetUpPage() throws Exception {
        web.perform(get("/setup").param("token", ofSampleCity.token())).andExpect(status().isNotFound());
    }

    @Test
    void anEmptyOfficeMakesItsFirstAdministratorOnce() throws Exception {
        String account = "firstadmin";
        var office = new FirstAdministrator(
                RunMode.OFFICE, () -> people.byUsername(account).isEmpty(), people, personnel, clock);
        assertThat(office.admits("guess")).isFalse();
        assertThatThrownBy(() -> office.create("guess", account, "张三", "long enough", "某市环委办"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> office.create(office.token(), account, "张三", "short", "某市环委办"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10");
        assertThat(people.byUsername(account)).isEmpty();

        office.create(office.token(), account, "张三", "long enough", "某市环委办");

        web.perform(get("/").with(httpBasic(account, "long enough")))
                .andExpect(redirectedUrl("/desk/settings/organisation"));
        assertThat(office.admits(office.token())).isFalse();
        personnel.save(new Person(account, "张三", UnitCode.of("office"), Set.of(Role.ADMIN), false));
    }

    @Test
    void anOfficeWithPeopleIsClosedToNewcomers() {
        var office = new FirstAdministrator(RunMode.OFFICE, people, personnel, clock);
        assertThat(office.admits(office.token())).isFalse();
    }
}
