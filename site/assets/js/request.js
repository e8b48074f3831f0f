/* A Service Request from a tree: the same fields as s1sr_validator/messages/request.py reads. */
(function (S1SR) {
  "use strict";
  const { DUIS, PREFIXES, Refusal } = S1SR.xml;
  const { strip } = S1SR.values;
  const MAX_PATH = 1000;
  const SIGNED_PRE_COMMAND = "SignedPreCommand";

  function readRequest(document, table, srv = "") {
    const { root } = document;
    if (root.uri === DUIS && root.local === "Request") return wholeRequest(document);
    const owner = ownerOf(root, table);
    if (owner === null) {
      const message = `the root element is ${root.name}, not sr:Request`;
      throw new Refusal("REQ005", message, document.placeOf(0), rootTip(root));
    }
    return {
      name: document.name, srv: srv || owner, schema_version: "", envelope: {}, header: {},
      bodies: [field(root.name, 0)], fields: fieldsOf(document, root),
    };
  }

  function wholeRequest(document) {
    const { root } = document;
    const envelope = Object.create(null);
    for (const child of root.children) (envelope[child.name] ||= []).push(child.node);
    const header = headerOf(root.children.find((child) => child.name === "sr:Header"));
    const bodies = root.children.filter((child) => child.name === "sr:Body").flatMap((body) => body.children);
    const seen = bodies.length === 1 && bodies[0].uri === DUIS ? bodies[0] : null;
    return {
      name: document.name,
      srv: header.ServiceReferenceVariant ? header.ServiceReferenceVariant[0].text : "",
      schema_version: strip((root.attributes.find(([name]) => name === "schemaVersion") || ["", ""])[1]),
      envelope, header,
      bodies: bodies.map((element) => field(element.name, element.node)),
      fields: seen ? fieldsOf(document, seen) : {},
    };
  }

  function field(text, node, padded = false) {
    return { text, node, padded };
  }

  function headerOf(header) {
    const found = Object.create(null);
    for (const child of header ? header.children : []) {
      if (child.uri !== DUIS) continue;
      (found[child.local] ||= []).push(field(child.text, child.node, child.text !== child.raw));
    }
    return found;
  }

  function fieldsOf(document, body) {
    const found = Object.create(null);
    for (const [name, text] of body.attributes) found[`@${name}`] = [field(text, body.node)];
    descend(document, body, "", found);
    return found;
  }

  function descend(document, parent, prefix, found) {
    for (const child of parent.children) {
      if (child.uri !== DUIS) continue;
      const path = prefix + child.local;
      if (path.length > MAX_PATH && [...path].length > MAX_PATH) {
        const message = `a field's path has ${[...path].length.toLocaleString("en")} characters; at most 1,000 are read`;
        throw new Refusal("REQ002", message, document.placeOf(child.node));
      }
      if (!child.children.length) (found[path] ||= []).push(field(child.text, child.node));
      for (const [name, text] of child.attributes) (found[`${path}.@${name}`] ||= []).push(field(text, child.node));
      descend(document, child, `${path}.`, found);
    }
  }

  function ownerOf(root, table) {
    if (root.uri !== DUIS) return null;
    if (root.local === SIGNED_PRE_COMMAND) return "";
    const owner = table.services.find((service) => service.element === root.local);
    return owner ? owner.id : null;
  }

  function rootTip(root) {
    if (root.local === "Request") return `declare the namespace: xmlns:sr="${DUIS}"`;
    if (Object.hasOwn(PREFIXES, root.uri)) return "give the Service Request that was sent, not what came back";
    return "give a DUIS Service Request";
  }

  /* The properties of model/request.py, which follow from the fields above. */
  function headerText(request, name) {
    return request.header[name] ? request.header[name][0].text : "";
  }

  function isBareBody(request) {
    return Object.keys(request.envelope).length === 0;
  }

  function bodyElement(request) {
    const name = request.bodies.length === 1 ? request.bodies[0].text : "";
    return name.startsWith("sr:") ? name.slice(3) : "";
  }

  function bodyNode(request) {
    return request.bodies.length === 1 ? request.bodies[0].node : (request.envelope["sr:Body"] || [0])[0];
  }

  function isSigned(request) {
    return bodyElement(request) === SIGNED_PRE_COMMAND;
  }

  /* The texts by path that a prediction takes; null where the content cannot be seen. */
  function textsOf(request) {
    if (isSigned(request)) return null;
    return Object.fromEntries(Object.entries(request.fields).map(([path, values]) => [path, values[0].text]));
  }

  S1SR.request = { readRequest, headerText, isBareBody, bodyElement, bodyNode, isSigned, textsOf };
})((globalThis.S1SR = globalThis.S1SR || {}));
