package org.keizoku.notice;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds others off who want the same thing, until the transaction ends. */
final class OneAtATime {

    private OneAtATime() {}

    static void hold(JdbcClient jdbc, String thing) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:thing, 23))) as taken")
                .param("thing", thing)
                .query(Integer.class)
                .single();
    }
}
