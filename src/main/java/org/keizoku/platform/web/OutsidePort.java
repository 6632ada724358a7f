package org.keizoku.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The second port: it alone may be reached from outside of the office's network, and has nothing but answer pages and callbacks. */
@Component
public class OutsidePort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int wanted;
    private Connector connector;

    OutsidePort(@Value("${keizoku.outside.port}") int wanted) {
        this.wanted = wanted;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(wanted);
        tomcat.addAdditionalTomcatConnectors(connector);
    }

    /** The real number, also where the configuration said 0 (any free one). */
    public int number() {
        return connector == null ? wanted : connector.getLocalPort();
    }

    /** Whether the request came in here; by the socket, so that no header can say otherwise. */
    public boolean received(HttpServletRequest request) {
        return request.getLocalPort() == number();
    }
}
