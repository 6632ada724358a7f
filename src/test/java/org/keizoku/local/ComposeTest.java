package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml to the application: names, ports, roles and health of the one are those of the other. */
class ComposeTest {

    private static final Set<String> SECRETS =
            Set.of("POSTGRES_PASSWORD", "KEIZOKU_DB_PASSWORD", "KEIZOKU_DB_OWNER_PASSWORD");

    private final String text = Files.readString(Path.of("docker-compose.yml"));
    private final String roles = Files.readString(Path.of("docker/postgres/roles.sh"));
    private final String yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
    private final Map<String, Map<String, Object>> services =
            new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(text).get("services");
    private final StandardEnvironment application = new StandardEnvironment();

    ComposeTest() throws IOException {
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(application.getPropertySources()::addLast);
    }

    @Test
    void every_image_is_pinned_to_a_version_and_postgresql_is_the_tested_one() throws IOException {
        assertThat(services.values())
                .extracting(service -> (String) service.get("image"))
                .allSatisfy(image -> assertThat(image).matches("[a-z/-]+:v?\\d+\\.\\d+[\\w.-]*"));
        String tested = first("<postgres-binaries.version>(\\d+\\.\\d+)", Files.readString(Path.of("pom.xml")));
        assertThat(services.get("database")).containsEntry("image", "postgres:" + tested);
    }

    @Test
    void the_image_is_built_with_the_font_that_the_report_on_paper_looks_for() throws IOException {
        String folder = (String) services.get("keizoku").get("build");
        String image = Files.readString(Path.of(folder, "Dockerfile"));

        assertThat(first("(?m)^FROM ([^\\s]+)", image)).matches("eclipse-temurin:17\\.\\d+\\.\\d+_\\d+-jre-noble");
        String font = first("fonts-(ipafont-gothic)", image);
        assertThat(Files.readString(Path.of("src/main/java/org/keizoku/audit/export/ReportSettings.java")))
                .contains("/usr/share/fonts/opentype/%s/ipag.ttf".formatted(font));
    }

    @Test
    void every_variable_is_one_that_the_application_reads() throws IOException {
        Set<String> read = new HashSet<>(all("\\$\\{([A-Z_]+)[:}]", yaml));
        read.addAll(variablesOfOurSettings());
        read.addAll(variablesOfSpring());

        assertThat(read).contains("KEIZOKU_DB_URL", "SPRING_MAIL_HOST");
        assertThat(read).containsAll(variables("keizoku").keySet());
        assertThat(variables("keizoku")).containsEntry("KEIZOKU_SMS_ENABLED", "false");
    }

    @Test
    void no_password_has_a_default() {
        assertThat(all("\\$\\{(\\w+):\\?[^}]+}", text)).containsExactlyInAnyOrderElementsOf(SECRETS);
        for (String service : services.keySet()) {
            variables(service).forEach((name, value) -> {
                if (name.endsWith("PASSWORD")) {
                    assertThat(value).startsWith("${" + name + ":?");
                }
            });
        }
    }

    @Test
    void the_ports_are_the_applications_and_only_the_outside_one_is_open() {
        String inside = application.getProperty("server.port");
        String outside = application.getProperty("keizoku.outside.port", "8081");

        assertThat(ports("keizoku"))
                .containsExactlyInAnyOrder("127.0.0.1:%s:%s".formatted(inside, inside), outside + ":" + outside);
        assertThat(ports("mail")).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        assertThat(ports("database")).isEmpty();
    }

    @Test
    void health_is_asked_where_it_is_answered() {
        assertThat(health("database")).startsWith("CMD", "pg_isready").endsWith("keizoku");
        assertThat(health("mail")).containsExactly("CMD", "/mailpit", "readyz");
        assertThat(health("keizoku"))
                .startsWith("CMD", "curl", "--fail")
                .endsWith("http://localhost:%s/actuator/health/readiness"
                        .formatted(application.getProperty("server.port")));
        assertThat(application.getProperty("management.endpoints.web.exposure.include"))
                .contains("health");
        assertThat(application.getProperty("management.endpoint.health.probes.enabled"))
                .isEqualTo("true");
    }

    @Test
    void the_init_script_makes_the_roles_and_the_database_of_the_application_and_no_other() throws Exception {
        String owner = application.getProperty("spring.flyway.user");
        String app = application.getProperty("spring.datasource.username");

        assertThat(application.getProperty("spring.flyway.placeholders.appRole"))
                .isEqualTo(app);
        assertThat(all("create role (\\w+)", roles)).containsExactly(owner, app);
        assertThat(first("create database (\\w+) owner " + owner, roles)).isEqualTo("keizoku");
        assertThat(variables("keizoku").get("KEIZOKU_DB_URL")).isEqualTo("jdbc:postgresql://database:5432/keizoku");
        assertThat(all("\\$\\{?(KEIZOKU_\\w+)", roles))
                .isSubsetOf(variables("database").keySet());
        assertThat(new ProcessBuilder("bash", "-n", "docker/postgres/roles.sh")
                        .start()
                        .waitFor())
                .isZero();
    }

    private Set<String> variablesOfOurSettings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.keizoku").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(component -> type.getAnnotation(ConfigurationProperties.class)
                                        .value() + "." + component.getName()))
                .map(ComposeTest::variable)
                .collect(Collectors.toSet());
    }

    private static Set<String> variablesOfSpring() throws IOException {
        var found = new HashSet<String>();
        for (var metadata : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            all("\"name\": \"(spring\\.[\\w.-]+)\"", metadata.getContentAsString(StandardCharsets.UTF_8))
                    .forEach(name -> found.add(variable(name)));
        }
        return found;
    }

    /** How Spring Boot spells a property as an environment variable: without dashes, dots as underscores. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> variables(String service) {
        return (Map<String, String>) services.get(service).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<String> ports(String service) {
        return (List<String>) services.get(service).getOrDefault("ports", List.of());
    }

    @SuppressWarnings("unchecked")
    private List<String> health(String service) {
        return (List<String>) ((Map<String, Object>) services.get(service).get("healthcheck")).get("test");
    }

    private static String first(String pattern, String text) {
        return all(pattern, text).stream().findFirst().orElseThrow();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .toList();
    }
}
