package org.keizoku.platform.start;

import java.util.TimeZone;
import org.keizoku.Keizoku;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Looks at the time zone before anything is made. */
@Component
class ZoneCheck implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String zone = TimeZone.getDefault().getID();
        if (!zone.equals(Keizoku.ZONE)) {
            throw new WrongZone(zone);
        }
    }
}
