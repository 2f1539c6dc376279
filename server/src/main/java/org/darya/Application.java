package org.darya;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The rooms, put together. */
@SpringBootApplication
@Modulithic(systemName = "Darya", sharedModules = "platform")
public class Application {}
