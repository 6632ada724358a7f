package org.keizoku.engine;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a service refuses goes on record, as what the engine refuses does ({@link RefusalsSpeak}): at the edge of its transaction, which has
 * rolled back by then. A service that was called within a transaction leaves it to whoever began that.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RefusalsAtServices {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor refusalsOnRecord(ObjectProvider<RefusedAttempts> attempts) {
        var services = new ComposablePointcut(new AnnotationMatchingPointcut(Transactional.class, true))
                .union(new AnnotationMatchingPointcut(null, Transactional.class, true));
        MethodInterceptor edge = call -> {
            boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
            try {
                return call.proceed();
            } catch (Refused refused) {
                if (outermost) {
                    String service = call.getMethod().getDeclaringClass().getSimpleName();
                    attempts.getObject().tell(service + "." + call.getMethod().getName(), refused);
                }
                throw refused;
            }
        };
        var advisor = new DefaultPointcutAdvisor(services, edge);
        // Around the transaction's own advisor, which is the last.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
