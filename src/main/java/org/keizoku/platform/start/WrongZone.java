package org.keizoku.platform.start;

/** The refusal to start in another time zone: the engine's timestamps carry none and would mean other hours. */
final class WrongZone extends IllegalStateException {

    WrongZone(String zone) {
        super("JVMのタイムゾーンが Asia/Tokyo ではありません(%s)。-Duser.timezone=Asia/Tokyo を付けて起動してください。".formatted(zone));
    }
}
