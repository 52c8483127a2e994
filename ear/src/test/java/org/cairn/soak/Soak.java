package org.cairn.soak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of tests that takes more than 30 seconds: {@code ./cairn soak} runs it, nothing
 * else does. The class is called {@code SomethingSoak}; its first sentence of Javadoc is what
 * {@code ./cairn soak --list} tells. A method may take a {@link SoakRun} as its parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("soak")
@ExtendWith(SoakReport.class)
public @interface Soak {}
