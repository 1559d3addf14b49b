package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Between our objects and SNMP4J's. */
final class Codec {

    private Codec() {}

    /** Puts a question into a PDU. */
    static void write(Question question, PDU pdu) {
        switch (question) {
            case Question.Get(List<Oid> names) -> {
                pdu.setType(PDU.GET);
                names.forEach(name -> pdu.add(new VariableBinding(oid(name))));
            }
            case Question.Next(List<Oid> after) -> {
                pdu.setType(PDU.GETNEXT);
                after.forEach(name -> pdu.add(new VariableBinding(oid(name))));
            }
            case Question.Bulk(Oid after, int repetitions) -> {
                pdu.setType(PDU.GETBULK);
                pdu.setNonRepeaters(0);
                pdu.setMaxRepetitions(repetitions);
                pdu.add(new VariableBinding(oid(after)));
            }
            case Question.Set(List<Binding> bindings) -> {
                pdu.setType(PDU.SET);
                bindings.forEach(
                        it -> pdu.add(new VariableBinding(oid(it.name()), variable(it.value()))));
            }
        }
    }

    /** What a response says; never fails, whatever is in it. */
    static Reply read(PDU response) {
        int status = response.getErrorStatus();
        if (status != 0) {
            return new Reply.Rejected(ErrorStatus.of(status), response.getErrorIndex());
        }
        List<Binding> bindings = new ArrayList<>(response.size());
        for (VariableBinding binding : response.getVariableBindings()) {
            int[] arcs = binding.getOid().getValue();
            if (arcs.length > Oid.MOST_ARCS) {
                return new Reply.Unanswered(
                        new Trouble(
                                Trouble.Kind.NOT_UNDERSTOOD,
                                "an object identifier of "
                                        + arcs.length
                                        + " arcs, where the standard allows "
                                        + Oid.MOST_ARCS));
            }
            bindings.add(new Binding(Oid.of(arcs), value(binding.getVariable())));
        }
        return new Reply.Answer(bindings);
    }

    static OID oid(Oid name) {
        return new OID(name.arcs());
    }

    private static Value value(Variable variable) {
        return switch (variable) {
            case Integer32 whole -> new Value.Whole(whole.getValue());
            case Counter64 counter -> new Value.Counter64(counter.getValue());
            // Counter32, Gauge32 and TimeTicks are kinds of this.
            case UnsignedInteger32 unsigned -> new Value.Unsigned(unsigned.getValue());
            // Opaque and BITS are kinds of this.
            case OctetString octets -> new Value.Octets(octets.getValue());
            case OID name when name.size() <= Oid.MOST_ARCS ->
                    new Value.Name(Oid.of(name.getValue()));
            case IpAddress address ->
                    new Value.Address(ByteBuffer.wrap(address.toByteArray()).getInt());
            case Null none -> missing(none.getSyntax());
            default -> Value.Missing.NULL;
        };
    }

    private static Value missing(int syntax) {
        return switch (syntax) {
            case SMIConstants.EXCEPTION_NO_SUCH_OBJECT -> Value.Missing.NO_SUCH_OBJECT;
            case SMIConstants.EXCEPTION_NO_SUCH_INSTANCE -> Value.Missing.NO_SUCH_INSTANCE;
            case SMIConstants.EXCEPTION_END_OF_MIB_VIEW -> Value.Missing.END_OF_MIB_VIEW;
            default -> Value.Missing.NULL;
        };
    }

    private static Variable variable(Value value) {
        return switch (value) {
            case Value.Whole(int whole) -> new Integer32(whole);
            case Value.Unsigned(long unsigned) -> new Gauge32(unsigned);
            case Value.Counter64(long counter) -> new Counter64(counter);
            case Value.Octets octets -> new OctetString(octets.bytes());
            case Value.Name(Oid name) -> oid(name);
            case Value.Address(int address) ->
                    new IpAddress(ByteBuffer.allocate(4).putInt(address).array());
            case Value.Missing missing -> new Null();
        };
    }
}
