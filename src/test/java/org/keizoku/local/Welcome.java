package org.keizoku.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What whoever tries Keizoku reads on the console once everything runs: where to look, as whom, and what to try. */
record Welcome(String inside, String received, String password, List<String> people, LocalDateTime now, long seconds) {

    private static final String ACTIVATE =
            """
            curl -u unyo:%s -H 'Content-Type: application/json' %s/api/activations \\
                   -d '{"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "%s"}'""";

    /** Not System.out: its encoding follows the locale, and many containers have none. */
    static void say(String text) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        var console = windows
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.println(text);
        console.flush();
    }

    String text() {
        String line = "─".repeat(78);
        return """

                %s
                  Keizoku(継続) が動いています(起動 %d 秒)

                  タスク一覧(Tasklist)  %s/camunda/app/tasklist/
                  届いたメールとSMS      %s
                  パスワード(全員共通)   %s

                  ログインできる人(すべて架空)
                    %s

                  はじめに: unyo でログインし、「手順を開始」から「発動」を選ぶ。または
                    %s

                  終了は Ctrl+C。データは .keizoku/ に残り、次回は続きから始まります(消せば最初から)。
                %s
                """
                .formatted(
                        line,
                        seconds,
                        inside,
                        received,
                        password,
                        String.join("\n    ", people),
                        ACTIVATE.formatted(password, inside, LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES)),
                        line);
    }
}
