package org.keizoku;

import java.util.TimeZone;
import org.keizoku.platform.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: runs a local government's ICT business continuity plan. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Keizoku {

    /** The one zone of the application: the engine's timestamps carry none, so the JVM must not bring its own. */
    public static final String ZONE = "Asia/Tokyo";

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        Commands.run(args).ifPresentOrElse(System::exit, () -> SpringApplication.run(Keizoku.class, args));
    }
}
