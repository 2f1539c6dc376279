package org.darya.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says besides the addresses: who we are, and how errors look. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    @Bean
    OpenApiCustomizer aboutDarya() {
        return document -> {
            document.info(new Info()
                    .title("Darya")
                    .version("1")
                    .description(
                            "What was said, what is done and what is measured in a regional environmental programme."
                                    + " Texts are given in every language of the programme; every record names its sources and"
                                    + " their level (A official, B press or agency, C unconfirmed)."
                                    + " Errors come as problem details (RFC 9457) in the language of ?lang= or Accept-Language.")
                    .license(new License().name("Apache-2.0 (code); the licences of data stand in DATA-LICENCES.md")));
            document.servers(List.of(new Server().url("/")));
            document.getComponents().addSchemas("Problem", problem());
            document.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        operation.setOperationId(operationId(path));
                        error(operation, "400", "A parameter is unknown or has a value that cannot be");
                        if (path.contains("{id}")) {
                            error(operation, "404", "No such record");
                        }
                    }));
        };
    }

    /** {@code /api/v1/projects/{id}} becomes {@code projects_id}. */
    private static String operationId(String path) {
        return path.replaceFirst("^/api/v1/", "").replaceAll("[^a-zA-Z]+", "_").replaceAll("^_|_$", "");
    }

    private static void error(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 problem details")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<>().type("integer"))
                .addProperty("detail", new StringSchema().description("what was wrong, with the value"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("stable"))
                .addProperty("maybe", new StringSchema().description("advice"));
    }
}
