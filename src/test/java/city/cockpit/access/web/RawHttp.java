package city.cockpit.access.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Sends to the web server what no decent program would. */
record RawHttp(URI cockpit) {

    private static final int PATIENCE = 15_000;

    /** @param head all but the lines that end the request; the cockpit closes the connection. */
    String send(String head) {
        return sendBytes(head + "\r\nHost: " + cockpit.getAuthority() + "\r\nConnection: close\r\n\r\n");
    }

    /** An answer that is cut off because the server had heard enough counts as it is. */
    String sendBytes(String request) {
        var answer = new StringBuilder();
        try (var socket = new Socket(cockpit.getHost(), cockpit.getPort())) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (SocketException e) {
                answer.append("");
            }
            answer.append(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (SocketException e) {
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toString();
    }

    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
