package org.keizoku.platform.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.keizoku.platform.web.OutsidePort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every door of the application: the outside port, health, the APIs for machines, and the one login for people. */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
    AuthenticationManager signIn(
            IdentityService identity, EngineUsers users, SignInThrottle throttle, SignInRecord record) {
        return new ProviderManager(new PasswordCheck(identity, users, throttle, record));
    }

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    /** The registry forgets a session when it ends. */
    @Bean
    HttpSessionEventPublisher endsOfSessions() {
        return new HttpSessionEventPublisher();
    }

    /** Answer pages and callbacks know their caller by a link or a signature; there is no session to misuse. */
    @Bean
    @Order(1)
    SecurityFilterChain outside(HttpSecurity http, OutsidePort outside) throws Exception {
        return http.securityMatcher(outside::received)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(PageHeaders.outside())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operation(HttpSecurity http, OperatorSettings operator) throws Exception {
        return http.securityMatcher(under("/actuator/**"))
                .authenticationManager(operator.authentication())
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** For machines: a name and a password in each request, never the browser's session, so no forged request can use it. */
    @Bean
    @Order(3)
    SecurityFilterChain machines(HttpSecurity http, AuthenticationManager signIn, ApiRefusals refusals)
            throws Exception {
        return http.securityMatcher(new OrRequestMatcher(under("/api/**"), under("/engine-rest/**")))
                .authenticationManager(signIn)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new JsonOnly(refusals), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain persons(
            HttpSecurity http,
            AuthenticationManager signIn,
            EngineUsers users,
            SignInRecord record,
            RequestRecord requests,
            SessionRegistry sessions)
            throws Exception {
        var asked = new PagesAskedFor();
        var camunda = under("/camunda/**");
        return http.authenticationManager(signIn)
                .authorizeHttpRequests(asks -> asks.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/login", "/assets/**", "/keizoku.css", "/favicon.ico", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("person")
                        .passwordParameter("password")
                        .successHandler(new AfterSignIn(asked, record))
                        .failureHandler(new FailedSignIn()))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler((request, response, person) -> {
                            if (person != null) {
                                record.signedOut(person.getName());
                            }
                        })
                        .logoutSuccessUrl("/login?why=out"))
                // As many as the person likes, but known, so that a changed password ends the others.
                .sessionManagement(known ->
                        known.maximumSessions(-1).sessionRegistry(sessions).expiredUrl("/login?why=again"))
                // In a cookie of its own: a login page left open overnight still works, and Camunda's XSRF-TOKEN is
                // another.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).ignoringRequestMatchers(camunda))
                // A script that is shown a login page gets a token of its own, and the form the person sees has an old
                // one.
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PagesAskedFor::isFetchedByScript)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
                        .accessDeniedHandler(new StalePage(requests)))
                .headers(PageHeaders.inside(camunda))
                .addFilterBefore(new LivingSession(users), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** By the whole path, whichever servlet serves it: Camunda's have their own. */
    private static RequestMatcher under(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("KEIZOKU-CSRF");
        cookie.setHeaderName("X-KEIZOKU-CSRF");
        cookie.setCookieCustomizer(made -> made.httpOnly(true).sameSite("Lax").path("/"));
        return cookie;
    }
}
