package org.duban.desk.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.duban.desk.brief.Period;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to problems and cards between two rounds, each counted at the moment it happened. */
@Repository
public class BriefFactStore {

    private final JdbcClient db;

    BriefFactStore(JdbcClient db) {
        this.db = db;
    }

    /** A case with the unit it is about; {@code words} what there is to say of it. */
    public record Line(String no, String title, String unit, String words) {}

    public List<Line> registered(Period period) {
        return lines("""
                select no, title, lead_unit as unit, source as words from problem
                 where registered_at > :after and registered_at <= :to order by no""", period);
    }

    public List<Line> struckOff(Period period) {
        return lines("""
                select p.no, p.title, p.lead_unit as unit,
                       to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || ' 准予销号' as words
                  from problem_event e join problem p on p.no = e.no
                 where e.kind = 'problem.struckOff' and e.at > :after and e.at <= :to order by p.no, e.seq""", period);
    }

    /** Cards of one colour, those that were yellow before among the red ones. */
    public List<Line> issued(Period period, String colour) {
        return db.sql("""
                        select i.card_no as no, c.title, i.unit_code as unit,
                               i.paper_number || '，' || i.issued_on || case i.level when 2 then '，由黄牌转为红牌' else '' end as words
                          from card_issue i join card c on c.no = i.card_no
                         where i.colour = :colour and i.issued_on >= :fromDay and i.issued_on <= :toDay
                           and i.issued_at > :after and i.issued_at <= :to
                         order by i.card_no, i.level""")
                .param("colour", colour)
                .param("fromDay", LocalDate.ofInstant(period.after(), Zones.CITY))
                .param("toDay", LocalDate.ofInstant(period.to(), Zones.CITY))
                .param("after", at(period.after()))
                .param("to", at(period.to()))
                .query(Line.class)
                .list();
    }

    public List<Line> lifted(Period period) {
        return lines("""
                select l.card_no as no, c.title, c.unit_code as unit,
                       l.paper_number || '，' || to_char(l.lifted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as words
                  from card_lifting l join card c on c.no = l.card_no
                 where l.lifted_at > :after and l.lifted_at <= :to order by l.card_no""", period);
    }

    /** Cards that were in force when the period ended. */
    public List<Line> inForce(Period period) {
        return db.sql("""
                        select c.no, c.title, c.unit_code as unit,
                               case (select i.colour from card_issue i where i.card_no = c.no and i.issued_at <= :to
                                      order by i.level desc limit 1) when 'RED' then '红牌' else '黄牌' end as words
                          from card c
                         where c.level > 0 and c.issued_at <= :to and (c.closed_at is null or c.closed_at > :to)
                         order by c.no""").param("to", at(period.to())).query(Line.class).list();
    }

    private List<Line> lines(String query, Period period) {
        return db.sql(query)
                .param("after", at(period.after()))
                .param("to", at(period.to()))
                .query(Line.class)
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Zones.CITY).toOffsetDateTime();
    }
}
